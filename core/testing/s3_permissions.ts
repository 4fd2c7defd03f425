/** What a command needs for S3 on this machine besides what the task has. */
export const S3_PERMISSIONS: string[] = [
  "--allow-net=127.0.0.1",
  "--allow-env=AWS_*,HOME,HOMEDRIVE,HOMEPATH,USERPROFILE,_X_AMZN_TRACE_ID",
  "--allow-sys=osRelease",
];

import { EXAMPLES } from "../routes/examples.ts";
import { query } from "../routes/parameters.ts";
import { type Part, schema } from "./part.ts";
import { json, problems, response } from "../http/openapi.ts";

const WRITTEN = ["bad-hour", "bad-parameter", "out-of-range"] as const;
const ASKED = [
  ...WRITTEN,
  "unauthorized",
  "read-only",
  "too-many-jobs",
  "shutting-down",
] as const;
const SENT = ["too-large", "unsupported-type"] as const;

/** Describes what clients of an earlier service ask for, by path. */
export const TASK_PATHS: Readonly<Record<string, Part>> = {
  "/ask_page_views": {
    get: {
      ...askPageViews("askPageViews"),
      parameters: [hour("start_date", true), hour("end_date", false)],
      responses: { ...tasks(), ...problems(...ASKED) },
    },
    post: {
      ...askPageViews("postPageViews"),
      requestBody: { required: true, content: json("TaskRequest", EXAMPLES.TaskRequest) },
      responses: { ...tasks(), ...problems(...ASKED, ...SENT) },
    },
  },
  "/get_task_state": {
    get: {
      ...getTaskState("getTaskState"),
      parameters: [hour("date", true)],
      responses: { ...task(), ...orNone(problems(...WRITTEN)) },
    },
    post: {
      ...getTaskState("postTaskState"),
      requestBody: {
        required: true,
        content: json("TaskStateRequest", EXAMPLES.TaskStateRequest),
      },
      responses: { ...task(), ...orNone(problems(...WRITTEN, ...SENT)) },
    },
  },
};

function askPageViews(operationId: string): Part {
  return {
    operationId,
    tags: ["Tasks"],
    summary: "Have the hours of a range made, as an earlier service was asked for it",
    security: [{}, { token: [] }],
  };
}

function getTaskState(operationId: string): Part {
  return {
    operationId,
    tags: ["Tasks"],
    summary: "What has become of an hour, as an earlier service was asked for it",
  };
}

function hour(name: string, required: boolean): Part {
  const description = required ? "An hour." : "The last hour, the first one if it is left out.";
  return query(name, description, {
    required,
    schema: schema("WrittenHour"),
    example: "2026091018",
  });
}

function tasks(): Record<string, Part> {
  const of = (example: unknown) => ({
    "application/json": { schema: { type: "array", items: schema("Task") }, example: [example] },
  });
  return {
    200: response("All hours are stored already.", of(EXAMPLES.Task), ["Cache-Control"]),
    202: response("The hours are being made.", of(EXAMPLES.PendingTask), ["Cache-Control"]),
  };
}

function task(): Record<string, Part> {
  return { 200: response("The hour.", json("Task", EXAMPLES.Task), ["Cache-Control"]) };
}

/** An hour that nobody asked for is no problem in the newer sense. */
function orNone(problems: Record<string, Part>): Record<string, Part> {
  const { 404: { content, description, ...rest }, ...others } = problems;
  return {
    ...others,
    404: {
      ...rest,
      description: `Nobody has asked for that hour; or: ${description}`,
      content: { ...content as Part, ...json("NoTask", EXAMPLES.NoTask) },
    },
  };
}

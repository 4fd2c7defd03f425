import { oneOf, type Unit } from "../../../core/time/period.ts";
import type { JobHour, ProblemKind } from "../data/answers.ts";
import { projectName } from "./project.ts";

/** What a problem is to readers. */
export interface ProblemText {
  /** What is wrong, in a few words. */
  title: string;
  /** What that means, in a sentence. */
  sentence: string;
}

/** Whom and what a problem is about. */
export interface ProblemSubject {
  unit: Unit;
  project: string;
  /** Where dumps come from. */
  sources: readonly string[];
}

type Kind = ProblemKind | JobHour["state"] | "network";

/** Of each kind the title and the sentence; of an hour where it could be of another period. */
const TEXTS: Partial<Record<Kind, readonly [title: string, sentence: string]>> = {
  "bad-dump": ["The dump of this hour is broken", "Its source has no whole one. It may be mended."],
  "bad-hour": ["Invalid hour", "The address of this page names a time that cannot be read."],
  "bad-period": ["Invalid period", "The address of this page names a time that cannot be read."],
  "cancelled": ["The making of this hour was cancelled", "Try again to have it made after all."],
  "cross-site": ["This hour is not stored", "Open this page by itself to have it made."],
  "database-down": ["The server cannot look back", "This page tries again by itself."],
  "failed": ["The hour could not be made", "Something is wrong on the server."],
  "missing": ["There is no dump of this hour", "No page views were published for it."],
  "network": ["No connection to the server", "This page goes on as soon as it is back."],
  "not-published-yet": [
    "This hour is not published yet",
    "Page views come about two hours after their time. This page tries again by itself.",
  ],
  "not-stored": ["This hour is not stored", "It is not made on request here."],
  "nothing-stored": ["No hour is stored yet", "There is nothing to show."],
  "out-of-range": [
    "There is no such hour",
    "Page views begin in May 2015, and end with what is over.",
  ],
  "read-only": [
    "This hour is not stored, and this server makes none",
    "Others are there to look at.",
  ],
  "shutting-down": ["The server is restarting", "This page tries again by itself."],
  "source-down": ["The dumps cannot be reached", "Their source does not answer as it should."],
  "starting": ["The server is starting", "This page tries again by itself."],
  "store-down": ["The server cannot use its store", "Whoever runs it has to look after that."],
  "too-few-periods": [
    "Too little is stored to tell what rises",
    "What rises is told by the hours before, and there are too few of them.",
  ],
  "too-many-jobs": ["The server is busy", "It makes other hours. This page tries again by itself."],
  "too-many-streams": ["The server is busy", "This page tries again by itself."],
  "unauthorized": [
    "This hour is not stored, and is not made for everybody",
    "Whoever runs this server makes hours only for those who have its token.",
  ],
  "unknown-host": [
    "This hour is not stored",
    "Hours are made here only at an address by which the server is known.",
  ],
};

/** Says what a problem is, in words for readers. */
export function problemText(kind: string, { unit, project, sources }: ProblemSubject): ProblemText {
  if (kind === "unknown-project") return unknownProject(project, unit);
  const [title, sentence] = TEXTS[kind as Kind] ??
    ["Something went wrong", "The server gave an answer that this page does not understand."];
  const inUnit = (text: string) => text.replace(/\bhour\b/, unit).replace(/\bhours\b/, `${unit}s`);
  if (kind === "source-down" && sources.length > 0) {
    return { title, sentence: `${sources.join(" or ")} does not answer as it should.` };
  }
  return { title: inUnit(title), sentence: inUnit(sentence) };
}

/** That nobody viewed a project is one thing, that there is none of that name another. */
function unknownProject(project: string, unit: Unit): ProblemText {
  const { isKnown, english } = projectName(project);
  if (!isKnown) {
    return {
      title: `There is no project “${project}” that we know`,
      sentence: "Look whether it is written right, or pick one from the list.",
    };
  }
  return {
    title: `Nobody viewed ${english} in this ${unit}`,
    sentence: `It is not in the list of this ${unit}. Try ${
      oneOf(unit)
    } in which it was, or another.`,
  };
}

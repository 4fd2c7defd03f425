import type { FlagRules } from "../../core/mod.ts";
import type { Arguments } from "./arguments.ts";

/** When pages are marked, as far as the page alone tells: spikes are found in the store. */
export function flagRulesOf(args: Arguments): FlagRules {
  const names = args.value("flags");
  return {
    notArticle: names.includes("not-article"),
    mobileShare: names.includes("mobile-share") ? args.value("mobile-share") : undefined,
  };
}

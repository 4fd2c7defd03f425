import { registerCases } from "./testing/cases.ts";
import { FROM_SOURCE } from "../core/testing/program.ts";
import { USAGE_CASES } from "./testing/usage_cases.ts";

registerCases(USAGE_CASES, FROM_SOURCE);

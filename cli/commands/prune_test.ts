import { registerCases } from "../testing/cases.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { PRUNE_CASES } from "../testing/prune_cases.ts";

registerCases(PRUNE_CASES, FROM_SOURCE);

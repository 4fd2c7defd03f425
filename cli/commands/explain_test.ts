import { registerCases } from "../testing/cases.ts";
import { EXPLAIN_CASES } from "../testing/explain_cases.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";

registerCases(EXPLAIN_CASES, FROM_SOURCE);

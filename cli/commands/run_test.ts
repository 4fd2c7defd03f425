import { registerCases } from "../testing/cases.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { RUN_CASES } from "../testing/run_cases.ts";

registerCases(RUN_CASES, FROM_SOURCE);

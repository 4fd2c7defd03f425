import { BROKEN_INPUT_CASES } from "../testing/broken_input_cases.ts";
import { registerCases } from "../testing/cases.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { RANK_CASES } from "../testing/rank_cases.ts";

registerCases(RANK_CASES, FROM_SOURCE);
registerCases(BROKEN_INPUT_CASES, FROM_SOURCE);

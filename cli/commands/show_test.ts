import { registerCases } from "../testing/cases.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { SHOW_CASES } from "../testing/show_cases.ts";

registerCases(SHOW_CASES, FROM_SOURCE);

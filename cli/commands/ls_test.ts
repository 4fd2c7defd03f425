import { registerCases } from "../testing/cases.ts";
import { LS_CASES } from "../testing/ls_cases.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";

registerCases(LS_CASES, FROM_SOURCE);

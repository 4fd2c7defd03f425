import { registerCases } from "../testing/cases.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { VERIFY_CASES } from "../testing/verify_cases.ts";

registerCases(VERIFY_CASES, FROM_SOURCE);

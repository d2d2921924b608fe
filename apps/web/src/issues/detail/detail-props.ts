import type { IssueDetail } from "@zhenggai/domain/issues";
import type { ActionRequest } from "../actions/request.ts";

/** What every part of an issue's page is given. */
export type DetailProps = { detail: IssueDetail; onAction: (request: ActionRequest) => void };

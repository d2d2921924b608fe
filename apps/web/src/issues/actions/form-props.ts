import type { IssueDetail } from "@zhenggai/domain/issues";
import type { ActionRequest } from "./request.ts";

/** What every form of an issue's verb is given. */
export type FormProps = {
	detail: IssueDetail;
	request: ActionRequest;
	onAction: (request: ActionRequest) => void;
	onClose: () => void;
};

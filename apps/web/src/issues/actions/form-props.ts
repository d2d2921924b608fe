import type { IssueDetail } from "@zhenggai/domain/issues";
import type { ActionRequest } from "./request.ts";

/** What every form of an issue's verb is given. */
export type FormProps = {
	detail: IssueDetail;
	request: ActionRequest;
	onAction: (request: ActionRequest) => void;
	onClose: () => void;
};

/** A part that a draft named when it was written, where there still is one of that id; empty otherwise. */
export const stillThere = (id: string, parts: readonly { readonly id: string }[]): string =>
	parts.some((part) => part.id === id) ? id : "";

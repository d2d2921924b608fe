import { FailedRequest, failureOfAnswer } from "../failure.ts";
import { baseUrl, type ClientOptions, fetchOf } from "../transport.ts";

/** The address of an issue's files. Ids are escaped, so that no id leads to another address. */
export const filesUrl = (options: ClientOptions, issueId: string, part?: string): string => {
	const end = part === undefined ? "" : `/${encodeURIComponent(part)}`;
	return `${baseUrl(options)}/files/issues/${encodeURIComponent(issueId)}${end}`;
};

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

/**
 * Asks what is no procedure (files, sign-in) with the client's credentials. Throws a `FailedRequest`, which `failureOf` reads, for every
 * answer but a good one and where none came.
 */
export async function askServer(options: ClientOptions, url: string, init: RequestInit): Promise<Response> {
	const answer = await fetchOf(options)(url, init).catch((error: unknown) => {
		throw new FailedRequest(isAbort(error) ? { kind: "aborted" } : { kind: "network" }, error);
	});
	if (answer.ok) return answer;
	const said: unknown = await answer.json().catch(() => null);
	throw new FailedRequest(failureOfAnswer(answer.status, said) ?? { kind: "network" });
}

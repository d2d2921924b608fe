import { baseUrl, type ClientOptions, fetchOf } from "../transport.ts";

/** Ends the browser's session. Resolves also where none was left; rejects when the server cannot be reached. */
export async function signOut(options: ClientOptions): Promise<void> {
	const answer = await fetchOf(options)(`${baseUrl(options)}/auth/sign-out`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: "{}",
	});
	if (!answer.ok && answer.status !== 401) throw new Error(`sign-out failed with status ${answer.status}`);
}

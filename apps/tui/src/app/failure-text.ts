import type { Failure } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";

/** Whether it failed because what was shown of who asks does not hold, or no more. */
export const isSignedOut = (failure: Failure | null): boolean =>
	failure?.kind === "server" && failure.code === "NOT_SIGNED_IN";

/** What went wrong with a request, in one sentence that says what to do. */
export function describeFailure(failure: Failure): Bilingual {
	switch (failure.kind) {
		case "aborted":
			return say("已取消", "Cancelled");
		case "network":
			return say(
				"无法连接服务器。请确认服务已启动（pnpm start），地址和网络正确",
				"The server cannot be reached. See that it runs (pnpm start), and that address and network are right",
			);
		case "server":
			return describeAnswer(failure);
	}
}

function describeAnswer(failure: Extract<Failure, { kind: "server" }>): Bilingual {
	const fields = failure.fields.map((field) => `${field.path}: ${field.message}`).join("; ");
	if (failure.code === "NOT_SIGNED_IN")
		return say(
			`${failure.text.zh}：个人登录请执行 zhenggai sign-in；程序请用 --token 或 ZHENGGAI_TOKEN；本机服务请重新运行 pnpm start`,
			`${failure.text.en}: as a person, run zhenggai sign-in; a program gives --token or ZHENGGAI_TOKEN; for the server on this machine, restart it`,
		);
	return fields === ""
		? failure.text
		: say(`${failure.text.zh}（${fields}）`, `${failure.text.en} (${fields})`);
}

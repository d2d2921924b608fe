import "./words.ts";
import { answerTerminal, type TerminalRequest, terminalBehind } from "@zhenggai/client";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { options } from "../api.ts";
import { momentText, word } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { useMe } from "../shell/me.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorBox } from "../ui/feedback.tsx";
import { TextField } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHead } from "../ui/section.tsx";

type Step =
	| { readonly kind: "code" }
	| { readonly kind: "asked"; readonly request: TerminalRequest }
	| { readonly kind: "answered"; readonly approved: boolean };

const CODE: Step = { kind: "code" };

/** 终端登录: a person types the code that his terminal shows, sees who asks, and lets it in or sends it away. */
export default function DevicePage(): JSX.Element {
	const [step, setStep] = createSignal<Step>(CODE);
	const [code, setCode] = createSignal("");
	const [busy, setBusy] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);
	/** One request at a time; what goes wrong is shown, and the code starts anew where it leads nowhere any more. */
	const run = async (work: () => Promise<Step>) => {
		setBusy(true);
		setFailure(null);
		try {
			setStep(await work());
		} catch (error) {
			setFailure(() => error);
			setStep(CODE);
		} finally {
			setBusy(false);
		}
	};
	const look = () =>
		run(async () => ({ kind: "asked", request: await terminalBehind(options, code().trim()) }));
	const answer = (request: TerminalRequest, approved: boolean) =>
		run(async () => {
			await answerTerminal(options, request.code, approved);
			return { kind: "answered", approved };
		});
	const again = () => {
		setCode("");
		setFailure(null);
		setStep(CODE);
	};
	const asked = () => {
		const now = step();
		return now.kind === "asked" ? now.request : null;
	};
	const answered = () => {
		const now = step();
		return now.kind === "answered" ? now : null;
	};
	return (
		<div class="mx-auto max-w-xl p-5">
			<PageHead title={t("terminal.title")} text={t("terminal.text")} />
			<p class="mb-4 flex items-start gap-2 rounded-md border border-line bg-sunken p-3" role="note">
				<Icon name="shield" class="mt-1 shrink-0" />
				<span>{t("terminal.warning")}</span>
			</p>
			<div class="rounded-md border border-line bg-sheet p-5" aria-live="polite">
				<Switch>
					<Match when={asked()}>
						{(request) => (
							<Request
								request={request()}
								busy={busy()}
								onAnswer={(approved) => void answer(request(), approved)}
								onOther={again}
							/>
						)}
					</Match>
					<Match when={answered()}>{(how) => <Answered approved={how().approved} onOther={again} />}</Match>
					<Match when={step().kind === "code"}>
						<form
							class="flex flex-col gap-4"
							onSubmit={(event) => {
								event.preventDefault();
								if (code().trim() !== "") void look();
							}}
						>
							<TextField
								label={t("terminal.code")}
								hint={t("terminal.codeHint")}
								required={true}
								autocomplete="off"
								maxLength={20}
								value={code()}
								onInput={setCode}
								class="[&_input]:font-mono [&_input]:text-[1.4rem] [&_input]:tracking-[0.2em] [&_input]:uppercase"
							/>
							<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
							<div>
								<Button type="submit" look="primary" busy={busy()} disabled={code().trim() === ""}>
									{t("terminal.look")}
								</Button>
							</div>
						</form>
					</Match>
				</Switch>
			</div>
		</div>
	);
}

/** Who asks, from where and when, beside the code to compare. */
function Request(props: {
	request: TerminalRequest;
	busy: boolean;
	onAnswer: (approved: boolean) => void;
	onOther: () => void;
}): JSX.Element {
	const me = useMe();
	return (
		<div class="flex flex-col gap-4">
			<h2 class="text-[1.14rem] font-semibold">{t("terminal.asks")}</h2>
			<p class="font-mono text-[1.8rem] font-semibold tracking-[0.2em]" data-code>
				{props.request.code}
			</p>
			<dl class="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
				<Fact name={t("terminal.who")}>
					{me().name} · {word(vocab.role, me().role)} · {me().regionName}
				</Fact>
				<Fact name={t("terminal.name")}>
					<span class="font-mono break-all">{props.request.terminal || t("terminal.unnamed")}</span>
				</Fact>
				<Fact name={t("terminal.address")}>
					<span class="font-mono">{props.request.address}</span>
					<Show
						when={props.request.sameAddress}
						fallback={
							<p class="flex items-start gap-1.5 text-late">
								<Icon name="alert" class="mt-0.5 shrink-0" />
								{t("terminal.otherAddress")}
							</p>
						}
					>
						<p class="text-ink-soft">{t("terminal.sameAddress")}</p>
					</Show>
				</Fact>
				<Fact name={t("terminal.askedAt")}>{momentText(props.request.askedAt)}</Fact>
			</dl>
			<p class="text-ink-soft">{t("terminal.compare")}</p>
			<div class="flex flex-wrap gap-2">
				<Button look="primary" busy={props.busy} onClick={() => props.onAnswer(true)}>
					{t("terminal.approve")}
				</Button>
				<Button look="danger" disabled={props.busy} onClick={() => props.onAnswer(false)}>
					{t("terminal.deny")}
				</Button>
				<Button look="quiet" disabled={props.busy} onClick={() => props.onOther()}>
					{t("terminal.other")}
				</Button>
			</div>
		</div>
	);
}

const Fact = (props: { name: string; children: JSX.Element }): JSX.Element => (
	<>
		<dt class="text-ink-soft">{props.name}</dt>
		<dd>{props.children}</dd>
	</>
);

function Answered(props: { approved: boolean; onOther: () => void }): JSX.Element {
	return (
		<div class="flex flex-col items-start gap-3">
			<h2 class="flex items-center gap-2 text-[1.14rem] font-semibold">
				<Icon name={props.approved ? "check" : "alert"} />
				{t(props.approved ? "terminal.approved" : "terminal.denied")}
			</h2>
			<p>{t(props.approved ? "terminal.approvedText" : "terminal.deniedText")}</p>
			<div class="flex flex-wrap items-center gap-3">
				<Button onClick={() => props.onOther()}>{t("terminal.other")}</Button>
				<a class="text-accent underline" href="/sessions">
					{t("sessions.title")}
				</a>
			</div>
		</div>
	);
}

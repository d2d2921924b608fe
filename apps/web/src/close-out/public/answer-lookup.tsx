import type { PublicObjectionAnswer } from "@zhenggai/domain/close-out";
import { createSignal, type JSX, Match, onMount, Show, Switch } from "solid-js";
import { client } from "../../api.ts";
import { type Failure, failureOf } from "../../failure.ts";
import { date } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { objectionNumber } from "../objection-number.ts";

const SEPARATORS = /[\s\-‐-―]/gu;
const NUMBER = /^[0-9A-F]{12}$/;

/** A number as it was given out, whatever way somebody writes it down; null where it cannot be one. */
function numberIn(text: string): string | null {
	const plain = text.normalize("NFKC").replace(SEPARATORS, "").toUpperCase();
	return NUMBER.test(plain) ? plain : null;
}

type Answer = { readonly found: PublicObjectionAnswer } | { readonly failure: Failure };

/** 查询答复: what became of an objection, by its number alone. The number is in no address, and kept nowhere. */
export function AnswerLookup(): JSX.Element {
	const [text, setText] = createSignal("");
	const [fault, setFault] = createSignal<string | null>(null);
	const [busy, setBusy] = createSignal(false);
	const [answer, setAnswer] = createSignal<Answer | null>(null);
	let form: HTMLFormElement | undefined;

	const look = async () => {
		if (busy()) return;
		const number = numberIn(text());
		setFault(number === null ? t("public.numberWrong") : null);
		setAnswer(null);
		if (number === null) {
			form?.querySelector<HTMLElement>("input")?.focus();
			return;
		}
		setBusy(true);
		try {
			setAnswer({ found: await client.closeOut.lookUpObjection.mutate({ number }) });
		} catch (error) {
			setAnswer({ failure: failureOf(error) });
		}
		setBusy(false);
	};

	return (
		<div class="flex flex-col gap-4">
			<p>{t("public.answerText")}</p>
			<form
				ref={(element) => {
					form = element;
				}}
				class="flex max-w-md flex-col gap-3"
				novalidate
				onSubmit={(event) => {
					event.preventDefault();
					void look();
				}}
			>
				<TextField
					label={t("public.number")}
					hint={t("public.numberHint")}
					required={true}
					value={text()}
					error={fault()}
					onInput={setText}
				/>
				<Button look="primary" type="submit" class="self-start" busy={busy()}>
					{t(busy() ? "public.looking" : "public.look")}
				</Button>
			</form>
			<div aria-live="polite">
				<Show when={answer()} keyed>
					{(given) =>
						"found" in given ? <Found answer={given.found} /> : <Failed failure={given.failure} />
					}
				</Show>
			</div>
		</div>
	);
}

const Failed = (props: { failure: Failure }): JSX.Element => (
	<p class="flex items-center gap-2 text-late" data-answer={props.failure.code}>
		<Icon name="alert" />
		{props.failure.code === "NOT_FOUND" ? t("public.noSuchNumber") : say(props.failure.text)}
	</p>
);

const TONES = { waiting: "active", dismissed: "neutral", upheld: "good", dropped: "neutral" } as const;

function Found(props: { answer: PublicObjectionAnswer }): JSX.Element {
	const answer = () => props.answer;
	let head: HTMLHeadingElement | undefined;
	onMount(() => head?.focus());
	return (
		<section class="rounded-md border border-line bg-sheet p-4 sm:px-7" data-answer={answer().standing}>
			<h2
				ref={(element) => {
					head = element;
				}}
				tabindex="-1"
				class="mb-2 flex flex-wrap items-center gap-3 text-[1.14rem] font-semibold outline-none"
			>
				<span class="font-mono">{objectionNumber(answer().number)}</span>
				<Tag tone={TONES[answer().standing]}>{t(`public.standing.${answer().standing}`)}</Tag>
			</h2>
			<p class="text-ink-soft">
				{t("public.cameIn", { date: date(answer().on), region: answer().regionName })}
			</p>
			<Switch>
				<Match when={answer().answer}>
					{(given) => (
						<>
							<p class="mt-3 text-ink-soft">{t("public.answeredOn", { date: date(given().on) })}</p>
							<p class="whitespace-pre-line break-words" lang="zh-CN">
								{given().text}
							</p>
						</>
					)}
				</Match>
				<Match when={answer().standing === "waiting"}>
					<p class={answer().late ? "mt-3 text-late" : "mt-3"}>
						{t(answer().late ? "public.answerLate" : "public.answerBy", { date: date(answer().answerDueOn) })}
					</p>
				</Match>
				<Match when={answer().standing === "dropped"}>
					<p class="mt-3">{t("public.droppedText")}</p>
				</Match>
			</Switch>
		</section>
	);
}

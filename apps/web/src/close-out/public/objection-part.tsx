import { A } from "@solidjs/router";
import type { PublicNoticeView } from "@zhenggai/domain/close-out";
import { createSignal, type JSX, onMount, Show } from "solid-js";
import { dateText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { objectionNumber } from "../objection-number.ts";
import { keepReceipt, keptReceipt, type Receipt } from "./objection-draft.ts";
import { ObjectionForm } from "./objection-form.tsx";

/** The form to object to a notice; once it was sent, its receipt, over a reload. */
export function ObjectionPart(props: { notice: PublicNoticeView }): JSX.Element {
	const [receipt, setReceipt] = createSignal(keptReceipt(props.notice.noticeId));
	const keep = (given: Receipt | null) => {
		keepReceipt(props.notice.noticeId, given);
		setReceipt(given);
	};
	return (
		<Show when={receipt()} fallback={<ObjectionForm notice={props.notice} onSent={keep} />}>
			{(given) => <Sent receipt={given()} onAnother={() => keep(null)} />}
		</Show>
	);
}

function Sent(props: { receipt: Receipt; onAnother: () => void }): JSX.Element {
	let head: HTMLHeadingElement | undefined;
	onMount(() => head?.focus());
	return (
		<section class="rounded-md border border-done bg-done-wash p-4 sm:px-7" data-receipt>
			<h2
				ref={(element) => {
					head = element;
				}}
				tabindex="-1"
				class="flex items-center gap-2 text-[1.14rem] font-semibold text-done outline-none"
			>
				<Icon name="check" />
				{t("public.sent")}
			</h2>
			<p class="my-2 flex flex-wrap items-baseline gap-x-3">
				<span class="text-ink-soft">{t("public.number")}</span>
				<strong class="font-mono text-[1.29rem] select-all">
					{objectionNumber(props.receipt.objectionId)}
				</strong>
			</p>
			<p>
				{t("public.sentText", { date: dateText(props.receipt.answerDueOn) })}{" "}
				<A class="tap no-print inline-flex items-center text-accent underline" href="/public?list=answer">
					{t("public.toAnswer")}
				</A>
			</p>
			<Button class="no-print mt-3" onClick={() => props.onAnother()}>
				{t("public.another")}
			</Button>
		</section>
	);
}

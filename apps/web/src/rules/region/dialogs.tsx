import type { RegionRules, RegionRulesParam } from "@zhenggai/client";
import type { ParamBounds } from "@zhenggai/domain/rules";
import { caseVocab, ruleParamWord } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, say, t } from "../../i18n/index.ts";
import { CheckField, TextField } from "../../ui/field.tsx";
import { CheckList, Select } from "../../ui/select.tsx";
import { ChangeDialog } from "./change-dialog.tsx";
import { paramNote, paramTitle, valueText } from "./param-text.ts";
import { ValueField, valueIn } from "./value-field.tsx";

const NONE = "—";

/** Chooses the rule set of a region. */
export function ChooseDialog(props: { view: RegionRules; onClose: () => void }): JSX.Element {
	const [id, setId] = createSignal(props.view.ownChoice ?? NONE);
	const choices = () => [
		{ value: NONE, label: t("regionRules.inherit") },
		...props.view.choosable.map((set) => ({ value: set.id, label: `${say(set.name)}（${set.id}）` })),
	];
	return (
		<ChangeDialog
			title={word(caseVocab.regionRulesVerb, "chooseRuleSet")}
			view={props.view}
			wanted={{ type: "chooseRuleSet", ruleSetId: id() === NONE ? null : id() }}
			onClose={() => props.onClose()}
		>
			{(errors) => (
				<Select
					label={t("regionRules.set")}
					required={true}
					value={id()}
					choices={choices()}
					error={errors.at("ruleSetId")}
					onChange={(value) => value !== "" && setId(value)}
				/>
			)}
		</ChangeDialog>
	);
}

/** Changes a parameter of a region, or takes its change back. */
export function ParamDialog(props: {
	view: RegionRules;
	param: RegionRulesParam;
	onClose: () => void;
}): JSX.Element {
	const start = props.param.value.v;
	const [text, setText] = createSignal(Array.isArray(start) ? start.join(", ") : String(start));
	const [words, setWords] = createSignal(Array.isArray(start) ? start.map(String) : []);
	const [withdraw, setWithdraw] = createSignal(false);
	const isOwn = () =>
		props.param.setBy?.region === props.view.region ||
		props.param.overruled !== null ||
		props.param.planned.length > 0;
	const wanted = () => {
		const { name, limit } = props.param;
		if (withdraw()) return { type: "withdrawParameter" as const, name };
		const value = valueIn(limit, text(), words());
		return value === null ? null : { type: "changeParameter" as const, name, value };
	};
	return (
		<ChangeDialog
			title={word(caseVocab.regionRulesVerb, "changeParameter")}
			intro={`${paramTitle(props.param.name)}：${paramNote(props.param.name)}`}
			view={props.view}
			wanted={wanted()}
			onClose={() => props.onClose()}
		>
			{(errors) => (
				<>
					<Show when={isOwn()}>
						<CheckField label={t("regionRules.withdraw")} checked={withdraw()} onChange={setWithdraw} />
					</Show>
					<Show when={!withdraw()}>
						<ValueField
							limit={props.param.limit}
							text={text()}
							words={words()}
							error={errors.at("value")}
							onText={setText}
							onWords={setWords}
						/>
					</Show>
					<p class="text-[0.93rem] text-ink-faint">
						{t("regionRules.inherited", { value: valueText(props.param.limit, props.param.inherited.v) })}
					</p>
				</>
			)}
		</ChangeDialog>
	);
}

type FrameKind = "none" | ParamBounds["kind"];

/** Says how far the cities of a province may go with a parameter. */
export function FrameDialog(props: {
	view: RegionRules;
	param: RegionRulesParam;
	onClose: () => void;
}): JSX.Element {
	const { limit } = props.param;
	const numeric = limit.kind === "number" || limit.kind === "numbers";
	const options = limit.kind === "choice" || limit.kind === "words" ? (limit.options ?? []) : [];
	const [kind, setKind] = createSignal<FrameKind>("locked");
	const [min, setMin] = createSignal(numeric ? String(limit.min) : "");
	const [max, setMax] = createSignal(numeric ? String(limit.max) : "");
	const [words, setWords] = createSignal<string[]>([...options]);
	const kinds = (): { value: FrameKind; label: string }[] => [
		{ value: "locked", label: t("regionRules.frameLocked") },
		...(numeric ? [{ value: "range" as const, label: t("regionRules.frameRange") }] : []),
		...(options.length > 0 ? [{ value: "words" as const, label: t("regionRules.frameWords") }] : []),
		{ value: "none", label: t("regionRules.frameNone") },
	];
	const bounds = (): ParamBounds | null | undefined => {
		switch (kind()) {
			case "none":
				return null;
			case "locked":
				return { kind: "locked" };
			case "range":
				return [min(), max()].some((text) => text.trim() === "" || Number.isNaN(Number(text)))
					? undefined
					: { kind: "range", min: Number(min()), max: Number(max()) };
			case "words":
				return words().length === 0 ? undefined : { kind: "words", options: words() };
		}
	};
	const wanted = () => {
		const found = bounds();
		return found === undefined
			? null
			: { type: "limitParameter" as const, name: props.param.name, bounds: found };
	};
	return (
		<ChangeDialog
			title={word(caseVocab.regionRulesVerb, "limitParameter")}
			intro={`${paramTitle(props.param.name)}：${paramNote(props.param.name)}`}
			view={props.view}
			wanted={wanted()}
			onClose={() => props.onClose()}
		>
			{(errors) => (
				<>
					<Select
						label={t("regionRules.frameKind")}
						required={true}
						value={kind()}
						choices={kinds()}
						error={errors.at("bounds")}
						onChange={(value) => value !== "" && setKind(value)}
					/>
					<Show when={kind() === "range"}>
						<div class="grid grid-cols-2 gap-3">
							<TextField label={t("regionRules.min")} value={min()} onInput={setMin} />
							<TextField label={t("regionRules.max")} value={max()} onInput={setMax} />
						</div>
					</Show>
					<Show when={kind() === "words"}>
						<CheckList
							legend={t("regionRules.value")}
							choices={options.map((value) => ({ value, label: ruleParamWord(value, language()) }))}
							value={words()}
							onChange={setWords}
						/>
					</Show>
				</>
			)}
		</ChangeDialog>
	);
}

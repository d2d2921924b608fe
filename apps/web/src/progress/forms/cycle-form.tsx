import { useQuery } from "@tanstack/solid-query";
import { makeCalendar } from "@zhenggai/domain/kernel";
import { periodOf } from "@zhenggai/domain/progress";
import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { createMemo, type JSX, Show } from "solid-js";
import { queries } from "../../api.ts";
import { createKeptDraft } from "../../commands/index.ts";
import { cycleText } from "../../i18n/cycle-text.ts";
import { dateText } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { isIsoDate } from "../../iso-date.ts";
import { CommandForm, type FormProps } from "../../issues/index.ts";
import { loaded } from "../../loaded.ts";
import { useMe } from "../../shell/me.tsx";
import type { CommandOf } from "../../types.ts";
import { TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";

/** Where the region's rules do not say it: the day of the month by which the central form is due. */
const USUAL_DAY = 25;

type Draft = { cadence: "fortnight" | "month" | "quarter" | "halfYear" | "year"; on: string; dueOn: string };

/** 开启填报: the sweep opens cycles by itself; an office may ask for one of its own. */
export function CycleForm(props: FormProps): JSX.Element {
	const me = useMe();
	const rules = useQuery(() => queries.rules.region({ region: props.detail.row.region }));
	const dispatchDay = () => {
		const value = loaded(rules)?.params.find(({ name }) => name === "dispatchDay")?.value;
		return typeof value === "number" ? value : USUAL_DAY;
	};
	const years = useQuery(() => queries.rules.calendar());
	const calendar = createMemo(() => {
		const found = loaded(years);
		if (found === undefined) return null;
		const monthDays = (days: readonly string[]) => days.map((day) => day.slice(5));
		return makeCalendar({
			source: found.officialSource,
			years: found.years.map(({ year, holidays, makeUpDays }) => ({
				...{ year, holidays: monthDays(holidays), makeUpDays: monthDays(makeUpDays) },
			})),
		});
	});
	const draft = createKeptDraft<Draft>(`openReportingCycle.${props.detail.row.id}.`, () => ({
		...{ cadence: "month", on: me().today, dueOn: "" },
	}));
	const period = () => {
		const { cadence, on } = draft.value;
		const known = calendar();
		return known !== null && isIsoDate(on) ? periodOf(cadence, on, dispatchDay(), known) : null;
	};
	const command = (): CommandOf<"openReportingCycle"> | null => {
		const found = period();
		if (found === null) return null;
		const dueOn = draft.value.dueOn === "" ? found.dueOn : draft.value.dueOn;
		return { type: "openReportingCycle", cycle: { ...found, dueOn } };
	};
	return (
		<CommandForm
			{...props}
			verb="openReportingCycle"
			intro={t("cycle.intro")}
			draft={draft}
			command={command()}
		>
			{(errors) => (
				<div class="grid gap-3 sm:grid-cols-2">
					<Select
						label={t("cycle.cadence")}
						value={draft.value.cadence}
						choices={choicesOf(caseVocab.cadence, language())}
						onChange={(cadence) => cadence !== "" && draft.set("cadence", cadence)}
					/>
					<TextField
						label={t("cycle.on")}
						type="date"
						max={me().today}
						value={draft.value.on}
						error={errors.at("cycle.from") ?? errors.at("cycle.key")}
						onInput={(on) => draft.set("on", on)}
					/>
					<Show when={command()?.cycle}>
						{(found) => (
							<>
								<p class="self-center">
									{t("cycle.period", {
										...{
											key: cycleText(found().key),
											from: dateText(found().from),
											to: dateText(found().to),
										},
									})}
								</p>
								<TextField
									label={t("cycle.dueOn")}
									type="date"
									value={found().dueOn}
									error={errors.at("cycle.dueOn")}
									onInput={(dueOn) => draft.set("dueOn", dueOn)}
								/>
							</>
						)}
					</Show>
				</div>
			)}
		</CommandForm>
	);
}

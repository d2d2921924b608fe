import type { JSX } from "solid-js";
import { dateText } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { FormProps } from "../../issues/index.ts";
import { stepsOf } from "../model/milestones.ts";
import { beginning, goalName, measureName } from "../targets.ts";
import { ClaimForm } from "./claim-form.tsx";

const SEPARATOR = "|";

/** How a milestone is named in the address and in choices: its measure, then its key. */
export const stepPart = ({ measureId, key }: { measureId: string; key: string }): string =>
	`${measureId}${SEPARATOR}${key}`;

/** The measure and the key of a milestone's name. */
export function stepOfPart(part: string): { measureId: string; key: string } {
	const at = part.indexOf(SEPARATOR);
	return { measureId: part.slice(0, at), key: part.slice(at + 1) };
}

const number = (text: string): number | null => {
	const value = Number(text);
	return text.trim() === "" || !Number.isFinite(value) ? null : value;
};

/** 节点完成. */
export function MilestoneClaim(props: FormProps): JSX.Element {
	const open = () => stepsOf(props.detail).filter(({ reach }) => reach === "open" || reach === "rejected");
	return (
		<ClaimForm
			{...props}
			intro={t("claim.milestoneIntro")}
			claim={{
				...{ label: t("claim.milestone"), dated: t("claim.doneOn"), needsEvidence: true, kind: "photoAfter" },
				choices: open().map((step) => ({
					value: stepPart(step),
					label: `${dateText(step.due)} ${beginning(step.text)}`,
				})),
				target: (which) => `measure:${stepOfPart(which).measureId}`,
				command: ({ which, on }, evidenceIds) =>
					which === "" || on === ""
						? null
						: {
								...{ type: "completeMilestone", ...stepOfPart(which), doneOn: on },
								evidenceIds: [...evidenceIds],
							},
			}}
		/>
	);
}

/** 措施完成. */
export function MeasureClaim(props: FormProps): JSX.Element {
	return (
		<ClaimForm
			{...props}
			intro={t("claim.measureIntro")}
			claim={{
				...{ label: t("claim.measure"), needsEvidence: false, kind: "photoAfter" },
				choices: props.detail.measures
					.filter(({ state }) => state === "notStarted" || state === "inProgress")
					.map((measure) => ({ value: measure.id, label: measureName(measure) })),
				target: (which) => `measure:${which}`,
				command: ({ which }, evidenceIds) =>
					which === "" ? null : { type: "completeMeasure", measureId: which, evidenceIds: [...evidenceIds] },
			}}
		/>
	);
}

/** 登记指标. */
export function ReadingClaim(props: FormProps): JSX.Element {
	const metrics = () => props.detail.plan.goals.filter((goal) => goal.kind === "metric");
	return (
		<ClaimForm
			{...props}
			intro={t("claim.readingIntro")}
			claim={{
				...{ label: t("claim.metric"), dated: t("claim.readOn"), needsEvidence: false, kind: "monitoring" },
				figure: (which) => {
					const goal = metrics().find(({ id }) => id === which);
					return goal === undefined ? t("claim.value") : t("claim.valueIn", { unit: goal.unit });
				},
				choices: metrics().map((goal) => ({ value: goal.id, label: goalName(goal) })),
				target: (which) => `goal:${which}`,
				command: ({ which, on, value }, evidenceIds) => {
					const figure = number(value);
					return which === "" || on === "" || figure === null
						? null
						: {
								...{ type: "recordReading", goalId: which, value: figure, on },
								evidenceIds: evidenceIds.slice(0, 20),
							};
				},
			}}
		/>
	);
}

/** 登记成果. */
export function DeliveryClaim(props: FormProps): JSX.Element {
	return (
		<ClaimForm
			{...props}
			intro={t("claim.deliveryIntro")}
			claim={{
				...{ label: t("claim.deliverable"), dated: t("claim.thereOn") },
				...{ needsEvidence: true, kind: "issuedDocument" },
				choices: props.detail.plan.goals
					.filter(({ kind }) => kind === "deliverable")
					.map((goal) => ({ value: goal.id, label: goalName(goal) })),
				target: (which) => `goal:${which}`,
				command: ({ which, on }, evidenceIds) =>
					which === "" || on === ""
						? null
						: {
								...{ type: "recordDelivery", goalId: which, on },
								evidenceIds: evidenceIds.slice(0, 20),
							},
			}}
		/>
	);
}

/** 点位自查. */
export function SiteClaim(props: FormProps): JSX.Element {
	return (
		<ClaimForm
			{...props}
			intro={t("claim.siteIntro")}
			claim={{
				...{ label: t("claim.site"), needsEvidence: false, kind: "photoAfter" },
				choices: props.detail.sites
					.filter(({ state }) => state === "open" || state === "reopened")
					.map(({ id, name }) => ({ value: id, label: name })),
				target: (which) => `site:${which}`,
				command: ({ which }, evidenceIds) =>
					which === "" ? null : { type: "selfCheckSite", siteId: which, evidenceIds: [...evidenceIds] },
			}}
		/>
	);
}

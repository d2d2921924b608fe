import type { IssueDetail } from "@zhenggai/domain/issues";
import type { CommandOf } from "../../types.ts";
import type { Begun } from "./begun.ts";
import { positionOf } from "./position.ts";

type NewSite = Omit<CommandOf<"addSite">["site"], "id">;

/** A site as the form's boxes hold it. */
export type SiteFields = { name: string; region: string; address: string; position: string };

/** The fields of a site as it stands; of none, in the region of its issue. */
export const fieldsOf = (site: IssueDetail["sites"][number] | undefined, region: string): SiteFields => ({
	name: site?.name ?? "",
	region: site?.region ?? region,
	address: site?.address ?? "",
	position: site?.position?.join(", ") ?? "",
});

/** The site of a draft, as a command takes it. */
export const siteOf = ({ name, region, address, position }: SiteFields): NewSite => ({
	name: name.trim(),
	region,
	address: address.trim() === "" ? null : address.trim(),
	position: positionOf(position),
});

/** Only what differs from what the draft was begun with: the rest is somebody else's to change. */
export function changesOf(draft: Begun<SiteFields>): CommandOf<"amendSite">["changes"] {
	const { name, region, address, position } = siteOf(draft);
	const { start } = draft;
	return {
		...(draft.name === start.name ? {} : { name }),
		...(draft.region === start.region ? {} : { region }),
		...(draft.address === start.address ? {} : { address }),
		...(draft.position === start.position ? {} : { position }),
	};
}

import type {
	AssignmentRole,
	NewPerson,
	PersonEvent,
	ResponsibilityKind,
	UnitElements,
	UnitEvent,
	UnitKind,
} from "../responsibilities/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const unitKind: Labels<UnitKind> = {
	rectificationOffice: say("整改办", "Rectification office"),
	leadingGroup: say("领导小组", "Leading group"),
	partyCommittee: say("党委", "Party committee"),
	government: say("人民政府", "Government"),
	department: say("部门", "Department"),
	park: say("园区管委会", "Industrial park committee"),
	enterprise: say("企业", "Enterprise"),
	institution: say("事业单位", "Public institution"),
	other: say("其他", "Other"),
};

/** Roles that a unit or a person has on an issue. */
export const assignmentRole: Labels<AssignmentRole> = {
	lead: say("牵头单位", "Lead unit"),
	responsible: say("责任单位", "Responsible unit"),
	supporting: say("配合单位", "Supporting unit"),
	supervising: say("督导单位", "Supervising unit"),
	acceptance: say("验收单位", "Acceptance unit"),
	materials: say("材料报送单位", "Materials unit"),
	responsibleLeader: say("责任领导", "Responsible leader"),
	responsiblePerson: say("责任人员", "Responsible person"),
	contact: say("联系人", "Contact"),
	expert: say("验收专家", "Acceptance expert"),
};

export const responsibilityKind: Labels<ResponsibilityKind> = {
	leadership: say("领导责任", "Leadership responsibility"),
	industry: say("行业责任", "Sector responsibility"),
	post: say("岗位责任", "Post responsibility"),
	enterprise: say("企业责任", "Enterprise responsibility"),
};

/** What happened to a unit. */
export const unitEvent: Labels<UnitEvent["type"]> = {
	unitRegistered: say("登记单位", "Unit registered"),
	unitAmended: say("更正单位信息", "Unit amended"),
};

/** What happened to a person's entry. */
export const personEvent: Labels<PersonEvent["type"]> = {
	personRegistered: say("登记人员", "Person registered"),
	personAmended: say("更正人员信息", "Person amended"),
};

export const unitField: Labels<keyof UnitElements> = {
	name: say("单位名称", "Name"),
	aliases: say("其他名称", "Other names"),
	kind: say("单位类型", "Kind"),
	region: say("行政区域", "Region"),
	parentId: say("上级单位", "Parent unit"),
	active: say("是否在用", "Active"),
};

export const personField: Labels<keyof NewPerson> = {
	name: say("姓名", "Name"),
	unitId: say("所在单位", "Unit"),
	title: say("职务", "Title"),
	phone: say("联系电话", "Phone"),
};

import type { PlanEvent, PlanVerb, PlanWaiver } from "../plans/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const planVerb: Labels<PlanVerb> = {
	setGoals: say("设定目标指标", "Set goals"),
	waivePlanItem: say("说明免列事项", "Waive plan item"),
	submitPlan: say("方案报审", "Submit plan"),
	reviewPlan: say("审核方案", "Review plan"),
	proposePlanChange: say("申请调整方案", "Propose plan change"),
	decidePlanChange: say("审批方案调整", "Decide plan change"),
	requestExtension: say("申请延期", "Request extension"),
	decideExtension: say("审批延期", "Decide extension"),
	publishPlan: say("公开方案", "Publish plan"),
};

export const planEvent: Labels<PlanEvent["type"]> = {
	goalsSet: say("设定目标指标", "Goals set"),
	planItemWaived: say("说明免列事项", "Plan item waived"),
	planSubmitted: say("方案报审", "Plan submitted"),
	planReturned: say("方案退回", "Plan returned"),
	planApproved: say("方案批准", "Plan approved"),
	planChangeProposed: say("申请调整方案", "Plan change proposed"),
	planChangeApproved: say("方案调整批准", "Plan change approved"),
	planChangeRefused: say("方案调整未批准", "Plan change refused"),
	extensionRequested: say("申请延期", "Extension requested"),
	extensionGranted: say("同意延期", "Extension granted"),
	extensionRefused: say("不同意延期", "Extension refused"),
	planPublished: say("方案公开", "Plan published"),
};

/** What a plan may leave out with a reason. */
export const planWaiver: Labels<PlanWaiver["of"]> = {
	immediateFix: say("当下改的措施", "Immediate fix"),
	longTermMechanism: say("长效机制", "Long-term mechanism"),
	similarScreening: say("举一反三排查", "Similar-problem screening"),
};

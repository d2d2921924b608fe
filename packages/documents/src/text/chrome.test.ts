import { describe, expect, test } from "vitest";
import { chromeLines } from "./chrome.ts";
import { fold } from "./fold.ts";

const isChrome = (line: string): boolean => chromeLines([fold(line)]).has(1);

describe("what belongs to the website around the text", () => {
	test.each([
		"当前位置：首页 > 政务公开 > 公示公告",
		"【字体：大 中 小】",
		"【打印】【关闭】",
		"打印本页 关闭窗口",
		"登录 注册 无障碍",
		"走进汉水 新闻中心 政务服务 互动交流",
		"技术支持：某某信息公司",
		"浏览次数：361",
		"上一篇：没有了",
		"晋ICP备00000000号",
	])("%s", (line) => expect(isChrome(line)).toBe(true));
});

describe("sentences that only begin like it are text", () => {
	test.each([
		"关闭退出沿江一公里内化工企业9家。",
		"关闭到位并完成生态恢复治理",
		"打印企业未安装废气收集设施，群众反映强烈。",
		"走进社区、学校开展垃圾分类宣传12场。",
		"登录监管平台核对数据，发现9家企业漏报。",
		"技术支持单位为省环科院。",
		"相关信息公开不及时，群众意见较大。",
		"注册用户超过12万，平台运行稳定。",
		"无障碍设施与排污口整治同步推进。",
		"承办单位：市水务局",
	])("%s", (line) => expect(isChrome(line)).toBe(false));
});

test("who runs the site is chrome beside who owns it, and a label of a task list elsewhere", () => {
	const page = ["主办单位：清河县人民政府办公室", "", "承办单位：清河县信息中心"];
	expect([...chromeLines(page.map(fold))]).toEqual([1, 3]);
	expect([...chromeLines(["一、某河水质超标。", "承办单位：市水务局"].map(fold))]).toEqual([]);
	const list = [
		"1.甲",
		"主办单位：市水务局",
		"承办单位：甲县",
		"2.乙",
		"主办单位：市林业局",
		"承办单位：乙县",
	];
	expect([...chromeLines(list.map(fold))]).toEqual([]);
});

/** 登录页: how to get a session. Not with the first page, for who has a session never sees it. */
export const signIn = {
	"signIn.title": "通过一次性链接登录",
	"signIn.ask": "请系统管理员在服务器本机上为您的账号生成登录链接。",
	"signIn.command": "管理员在项目目录中执行：",
	"signIn.user": "<用户名>",
	"signIn.open": "在本浏览器中打开收到的链接。链接15分钟内有效，只能使用一次。",
	"signIn.noPassword": "系统不设默认密码，也不会在页面上索取密码。",
	"signIn.again": "已登录，刷新",
} as const;

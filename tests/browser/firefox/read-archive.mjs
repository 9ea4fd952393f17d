// Reads the unzipped archive in Firefox, as somebody does who opens it from a stick, and prints as JSON
// what they see: node read-archive.mjs FIREFOX FOLDER-ADDRESS ANSWERS-AS-JSON
import puppeteer from "puppeteer-core";

const [firefox, folder, answersOfAll] = process.argv.slice(2);
const PATIENCE = 120_000;

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: firefox,
  headless: true,
  extraPrefsFirefox: {
    // Each file is a stranger to each other file. It is Firefox's own default; nothing may rest on less.
    "security.fileuri.strict_origin_policy": true,
    // No network: whatever asks for one meets a closed door.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "",
  },
});
try {
  const complaints = [];
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));

  await page.goto(`${folder}index.html`);
  const title = await page.title();
  const found = await search(page, "pain");
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map((font) => font.status);
  });
  const dispositions = {};
  for (const [expected, answers] of Object.entries(JSON.parse(answersOfAll))) {
    dispositions[expected] = await checkSelf(page, answers);
  }
  console.log(JSON.stringify({ title, found, fonts, dispositions, complaints }));
} finally {
  await browser.close();
}

/** How many pages a search lists. */
async function search(page, words) {
  await page.click("[data-search-open]");
  await page.keyboard.type(words);
  await page.waitForSelector(".md-search-result__list a");
  return (await page.$$(".md-search-result__list a")).length;
}

/** Answers screen by screen; gives the disposition, or the state in which it ended. */
async function checkSelf(page, answers) {
  await page.goto(`${folder}self-check/index.html`);
  await page.waitForSelector("self-check[state]");
  for (;;) {
    const screen = await page.evaluate(answerScreen, answers);
    const ended = await page.waitForFunction(
      (before) => {
        const state = document.querySelector("self-check").getAttribute("state");
        if (state === "result") return document.querySelector("[data-disposition]:not([hidden])")?.dataset.disposition;
        if (state === "fallback" || !document.querySelector("[data-problems]").hidden) return `${state} after ${before}`;
        return document.querySelector("[data-screen]:not([hidden])").dataset.screen !== before && "next";
      },
      {},
      screen,
    );
    const came = await ended.jsonValue();
    if (came !== "next") return came;
  }
}

/** Runs in the page. */
function answerScreen(answers) {
  const screen = document.querySelector("[data-screen]:not([hidden])");
  for (const question of screen.querySelectorAll("[data-question]")) {
    if (question.hidden) continue;
    const id = question.dataset.question;
    const number = document.getElementById(`q-${id}-number`);
    if (number && typeof answers[id] === "number") {
      number.value = String(answers[id]);
      number.dispatchEvent(new Event("input", { bubbles: true }));
      number.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      for (const option of [answers[id]].flat()) document.getElementById(`q-${id}-${option}`).click();
    }
  }
  const seeResult = document.querySelector(".self-check__see-result");
  const isKnown = seeResult && seeResult.getClientRects().length > 0;
  (isKnown ? seeResult : document.querySelector("[data-next]")).click();
  return screen.dataset.screen;
}

/**
 * Ask Lighthouse about pages, with its settings for a phone. Prints a list as JSON.
 *
 *   node lighthouse.mjs '{"browser": …, "flags": […], "urls": […]}'
 */
import * as chromeLauncher from 'chrome-launcher'
import lighthouse from 'lighthouse'

/** @type {{ browser: string | null, flags: string[], urls: string[] }} */
const { browser, flags, urls } = JSON.parse(process.argv[2])
const chrome = await chromeLauncher.launch({ chromePath: browser ?? undefined, chromeFlags: flags })
const reports = []
for (const url of urls) {
  const found = await lighthouse(url, { port: chrome.port, logLevel: 'silent', output: 'json' })
  if (!found || found.lhr.runtimeError) throw new Error(`${url}: ${found?.lhr.runtimeError?.message}`)
  const { audits, categories } = found.lhr
  const counted = new Set(
    Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)),
  )
  reports.push({
    scores: Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
    largest_paint_ms: audits['largest-contentful-paint'].numericValue,
    shift: audits['cumulative-layout-shift'].numericValue,
    blocked_ms: audits['total-blocking-time'].numericValue,
    failed: Object.values(audits)
      .filter(({ id, score }) => counted.has(id) && score !== null && score < 0.9)
      .map(({ id, title, displayValue }) => `${id}: ${title} ${displayValue ?? ''}`.trim()),
  })
}
await chrome.kill()
console.log(JSON.stringify(reports))

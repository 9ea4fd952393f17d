/**
 * All that passes between the page, its worker and the engine. Types only, but for the version.
 */

/** The version of the engine's messages that this page speaks. */
export const VERSION = 1

// ------------------------------------------------------------- page and engine, as JSON texts

/** @typedef {'emergency' | 'urgent' | 'soon' | 'self_care'} DispositionId */
/** @typedef {string | number | string[]} Answer one option, a number, or the options ticked */
/** @typedef {Record<string, Answer>} Answers by question */

/** @typedef {{ kind: 'step', answers: Answers }} StepRequest */

/**
 * What the engine cannot know: the time, how the questionnaire is named, whom to call here.
 * @typedef {object} FhirDetails
 * @property {string} authored
 * @property {{ questionnaire: string, codes: string }} names
 * @property {Record<string, string>} fill
 */

/** @typedef {{ kind: 'fhir', answers: Answers } & FhirDetails} FhirRequest */
/** @typedef {{ kind: 'fhir', resource: object }} FhirFile */

/**
 * Show this screen next.
 * @typedef {object} Ask
 * @property {'ask'} kind
 * @property {string} screen
 * @property {string[]} questions those of the screen that apply
 * @property {number} left screens that can still follow, this one included
 * @property {DispositionId | null} so_far what the answers already mean, from "today" upward
 * @property {Answers} answers those that still apply
 * @property {string[]} screens those with an answer, in order
 */

/**
 * Another answer to one question than the one that was given.
 * @typedef {object} OtherAnswer
 * @property {string} question
 * @property {'answer' | 'tick' | 'tick-too' | 'without' | 'number'} way
 * @property {string[]} options those that it names
 * @property {number | null} number
 * @property {'' | 'more' | 'less'} beyond whether every number beyond has the same advice
 */

/** @typedef {{ answers: OtherAnswer[], disposition: DispositionId }} Change */

/**
 * @typedef {object} Assessment
 * @property {DispositionId} disposition
 * @property {string} pattern
 * @property {{ id: string }[]} rules those that fired, most urgent first
 * @property {boolean} by_default whether no rule led to the disposition
 * @property {Change[]} raises
 * @property {Change[]} lowers
 * @property {string[]} unsure
 * @property {{ id: string, version: string }} protocol
 */

/** @typedef {{ kind: 'result', result: Assessment, answers: Answers, screens: string[] }} Result */
/** @typedef {{ kind: 'error', error: { type: string, problems: string[] } }} Refusal */
/** @typedef {Ask | Result} Step */
/** @typedef {Step | FhirFile | Refusal} Response */

// ------------------------------------------------------------------------- page and worker

/**
 * @typedef {{ kind: 'start', engineUrl: string }
 *   | { kind: 'request', id: number, text: string }} ToWorker
 */

/**
 * @typedef {{ kind: 'progress', loaded: number, total: number }
 *   | { kind: 'ready' }
 *   | { kind: 'failed', reason: string }
 *   | { kind: 'response', id: number, text: string }
 *   | { kind: 'crashed', id: number, reason: string }} FromWorker
 */

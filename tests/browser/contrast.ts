/** Whether the texts of a page stand out from what they stand on. Source: WCAG 2.2, 1.4.3. */
import type { Page } from 'playwright-core';

interface ShownText {
  readonly text: string;
  readonly ink: string;
  readonly ground: string;
}

/** Runs in the page, as text: the visible texts, each with its colour and the first ground behind it that is opaque. */
const SHOWN_TEXTS = `[...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility() && !element.closest('.told, .skip, template'))
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
  .map((element) => {
    let behind = element;
    while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
    return {
      text: element.textContent.trim(),
      ink: getComputedStyle(element).color,
      ground: getComputedStyle(behind ?? document.body).backgroundColor,
    };
  })`;

const LEAST_CONTRAST = 4.5;

/** The texts that are hard to read; fails where there is none to judge. */
export async function faintTexts(page: Page): Promise<string[]> {
  const shown: ShownText[] = await page.evaluate(SHOWN_TEXTS);
  if (shown.length === 0) throw new Error('The page shows no text');
  return shown
    .filter(({ ink, ground }) => contrast(ink, ground) < LEAST_CONTRAST)
    .map(({ text, ink, ground }) => `${text}: ${ink} on ${ground}`);
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
}

function luminance(colour: string): number {
  const parts = [...(/^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour) ?? [])].slice(1).map(Number);
  if (parts.length !== 3) throw new Error(`This colour cannot be judged: ${colour}`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

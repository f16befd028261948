/** What the browser knows of the page; axe looks for the rest. */
export interface PageFacts {
  readonly wrong: string[];
  /** How many places the keyboard must reach. */
  readonly focusable: number;
}

/** Runs in the browser, so it may use nothing from outside itself. */
export function examinePage(): PageFacts {
  const wrong: string[] = [];
  const visible = (element: Element) => element.checkVisibility();
  const luminance = (rgb: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const groundOf = (element: Element | null): readonly number[] => {
    if (!element) return [255, 255, 255];
    const color = channels(getComputedStyle(element).backgroundColor);
    return color[3] === 0 ? groundOf(element.parentElement) : color;
  };

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth)
    wrong.push(`${scrollWidth} px wide on a screen of ${clientWidth} px`);
  for (const link of document.querySelectorAll("summary a, summary input, summary button"))
    wrong.push(`<${link.localName}> inside a <summary>`);
  const tree = document.querySelector(".contract .scroll")?.getBoundingClientRect();
  if (!tree || tree.top > innerHeight) wrong.push("the tree is below the first screen");

  for (const element of document.body.querySelectorAll("*")) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.nodeValue?.trim(),
    );
    if (!hasText || !visible(element)) continue;
    const style = getComputedStyle(element);
    const [a, b] = [
      luminance(channels(style.color).slice(0, 3)),
      luminance(groundOf(element).slice(0, 3)),
    ];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const text = element.textContent?.trim().slice(0, 30);
    // WCAG 2.2, success criterion 1.4.3
    if (contrast < 4.5)
      wrong.push(`contrast ${contrast.toFixed(2)} of "${text}" (${element.className})`);
    if (Number.parseFloat(style.fontSize) < 11)
      wrong.push(`${style.fontSize} is too small for "${text}"`);
  }
  const places = [...document.querySelectorAll("a[href], input, summary, [tabindex='0']")].filter(
    visible,
  );
  return { wrong, focusable: places.length };
}

/*
 * Colours of the GOV.UK palette (govuk-frontend 6, MIT licence) that charts use. Everything that carries meaning stands
 * out from white by 3:1 or more, or is outlined by something that does; a test holds that.
 */

export const BACKGROUND = '#ffffff';
export const INK = '#0b0c0c';
export const SECONDARY_INK = '#484949';
/** Outlines and base lines. */
export const OUTLINE = '#858686';

export const BLUE = '#1d70b8';
export const DARK_BLUE = '#0f385c';
export const GREEN = '#0f7a52';
export const RED = '#ca3535';
export const PURPLE = '#54319f';
export const ORANGE = '#b7592a';

/** The more, the darker: up to a quarter, up to a half, up to three quarters, less than all, all. */
export const SHADES = ['#f4f8fb', '#d2e2f1', '#8eb8dc', '#1d70b8', '#0f385c'] as const;

export const FONT = '"GDS Transport", arial, sans-serif';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours, as `#rrggbb`, stand out from each other, from 1 to 21: WCAG 2.2, “contrast ratio”. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The ink that is read more easily on a colour. */
export function inkOn(colour: string): string {
  return contrast(INK, colour) >= contrast(BACKGROUND, colour) ? INK : BACKGROUND;
}

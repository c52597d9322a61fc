import type { TopLevelSpec } from 'vega-lite';
import { BACKGROUND, FONT, INK } from './palette.js';
import { tidySvg } from './tidy-svg.js';

/** One layer of a chart, in Vega-Lite's words. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** A chart of rows, one below another. */
export interface RowChart {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What there is to see, as sentences. */
  readonly description: string;
  /** How many rows; layers place what they draw by its `row`, from 0. */
  readonly rows: number;
  /** Height of a row, and of what is above the rows. */
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly layers: readonly Layer[];
}

/** Width of every chart, in units of the drawing: that of a full GOV.UK page, so that 16 is 16 pixels there. */
export const CHART_WIDTH = 960;
/** How much of a row is left free between it and the next. */
const ROW_GAP = 0.15;
const MARGIN = 4;
/** Where a row ends, counted from where it begins. */
export const ROW_END = CHART_WIDTH - 2 * MARGIN;

/** What draws is large, and most that begins never draws: it is read when the first chart is wanted, once. */
let drawing: ReturnType<typeof readDrawing> | undefined;

/* eslint-disable no-restricted-syntax -- see above; both are packages, which no boundary concerns */
async function readDrawing() {
  const { parse, View } = await import('vega');
  const { compile } = await import('vega-lite');
  return { parse, View, compile };
}
/* eslint-enable no-restricted-syntax */

/**
 * Draws a chart as SVG that can stand in a page as it is. It is drawn here, not in the browser: no script, no style.
 * All places are given in units of the drawing, so that nothing depends on how wide a font is.
 */
export async function drawChart(chart: RowChart): Promise<string> {
  const { rows, rowHeight, headHeight, layers } = chart;
  const height = rows * rowHeight;
  const { parse, View, compile } = await (drawing ??= readDrawing());
  const { spec } = compile({
    width: ROW_END,
    height,
    padding: { left: MARGIN, right: MARGIN, top: headHeight, bottom: MARGIN },
    autosize: 'none',
    background: BACKGROUND,
    layer: [...layers],
    resolve: { scale: { x: 'independent', color: 'independent' } },
    config: {
      view: { stroke: null },
      font: FONT,
      text: { fontSize: 16, color: INK, align: 'left', baseline: 'middle', aria: false },
      bar: { aria: false },
      rule: { aria: false },
    },
  });
  const view = new View(parse(spec), { renderer: 'none' });
  try {
    const { id, title, description } = chart;
    return tidySvg(await view.toSVG(), {
      id,
      title,
      description,
      width: CHART_WIDTH,
      height: headHeight + height + MARGIN,
      font: FONT,
    });
  } finally {
    view.finalize();
  }
}

/** Where the rows are. */
export function rowPlace(rows: number) {
  return {
    field: 'row',
    type: 'ordinal',
    axis: null,
    scale: {
      domain: Array.from({ length: rows }, (_, row) => row),
      paddingInner: ROW_GAP,
      paddingOuter: ROW_GAP / 2,
    },
  } as const;
}

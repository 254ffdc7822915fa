import type { Page } from 'playwright-core';

/** What does not fit in a view: nothing, or a line per element that is off the window, cut off or covering another. */
export const checkFit = async (page: Page): Promise<string[]> => {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return page.evaluate(`(${findMisfits})(${width}, ${height})`);
};

/** Runs in the page. It is given the window's size, as a phone's `innerWidth` grows with content that does not fit. */
const findMisfits = `(width, height) => {
  const root = document.documentElement;
  const boxOf = (element) => element.getBoundingClientRect();
  const styleOf = (element) => getComputedStyle(element);
  const aroundOf = ({ parentElement: parent }) => (parent ? [parent, ...aroundOf(parent)] : []);
  const nameOf = (element) => element.outerHTML.slice(0, 100).replaceAll('\\n', ' ');

  const isSeen = (element) =>
    boxOf(element).width > 0 &&
    boxOf(element).height > 0 &&
    element.checkVisibility({ visibilityProperty: true }) &&
    [element, ...aroundOf(element)].every((it) => styleOf(it).clipPath === 'none');
  const seen = [...document.body.querySelectorAll('*')].filter(isSeen);

  // A menu, a dialog or a message lies over the page and is cut off by nothing but the window.
  const isLayer = (element) => styleOf(element).position === 'fixed';
  const layerOf = (element) => [element, ...aroundOf(element)].find(isLayer) ?? root;
  const isScroller = (element) =>
    /auto|scroll/.test(styleOf(element).overflowY) || (element === root && root.scrollHeight > height);

  // What is too high can be scrolled to, where something scrolls; what is too wide is lost.
  const isCut = (element) => {
    const { left, top, right, bottom } = boxOf(element);
    const around = aroundOf(element).filter((it) => layerOf(element).contains(it));
    const frames = around.filter((it) => styleOf(it).overflowX !== 'visible').map(boxOf);
    return (
      [{ left: 0, right: width }, ...frames].some((frame) => left < frame.left - 1 || right > frame.right + 1) ||
      (!around.some(isScroller) && (top < -1 || bottom > height + 1))
    );
  };

  const isOverfull = (element) =>
    element.clientWidth > 0 &&
    element.scrollWidth > element.clientWidth + 1 &&
    styleOf(element).overflowX === 'visible';

  // Rows that are scrolled away lie under what is beside the list, unseen.
  const planeOf = (element) => aroundOf(element).find((it) => isLayer(it) || isScroller(it)) ?? root;
  const isOver = (one, other) => {
    const [a, b] = [boxOf(one), boxOf(other)];
    const isApart = a.right - 1 < b.left || b.right - 1 < a.left || a.bottom - 1 < b.top || b.bottom - 1 < a.top;
    return !isApart && planeOf(one) === planeOf(other);
  };
  const controls = seen.filter((element) => element.matches('a, button, input, select'));
  const pairs = controls.flatMap((one, index) => controls.slice(index + 1).map((other) => [one, other]));

  return [
    ...(root.scrollWidth > width ? ['The page is ' + root.scrollWidth + ' pixels wide.'] : []),
    ...seen.filter(isCut).map((element) => nameOf(element) + ' is cut off.'),
    ...seen.filter(isOverfull).map((element) => nameOf(element) + ' holds more than fits into it.'),
    ...pairs.filter((pair) => isOver(...pair)).map((pair) => pair.map(nameOf).join(' and ') + ' lie over each other.'),
  ];
}`;

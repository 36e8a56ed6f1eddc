import { type Expression, type InlineExpression, type Message, type Pattern, parse } from '@fluent/syntax';

/** A form of a word for some numbers: the argument that decides, and by which name, `few` or `0`. */
export type Pick = { argument: string; form: string };

/** One way in which a text can come out: values stand as `{$name}`. */
export type Shape = { words: string; picks: Pick[] };

/** A text in all its shapes, and the numbers that decide between them with the forms that are there. */
export type Text = { shapes: Shape[]; selections: { argument: string; forms: string[] }[] };

export type Catalogue = { locale: string; texts: Map<string, Text>; problems: string[] };

/** What a catalogue says, without what it is written in. */
export function readCatalogue(locale: string, source: string): Catalogue {
  const catalogue: Catalogue = { locale, texts: new Map(), problems: [] };
  for (const entry of parse(source, {}).body) {
    if (entry.type === 'Junk') catalogue.problems.push(`cannot be parsed: ${entry.content.split('\n')[0]}`);
    if (entry.type !== 'Message') continue;
    const { id, value } = entry as Message;
    if (catalogue.texts.has(id.name)) catalogue.problems.push(`${id.name} stands twice`);
    const selections: Text['selections'] = [];
    catalogue.texts.set(id.name, { shapes: value ? shapesOf(value, selections) : [], selections });
  }
  return catalogue;
}

function shapesOf(pattern: Pattern, selections: Text['selections']): Shape[] {
  let shapes: Shape[] = [{ words: '', picks: [] }];
  for (const element of pattern.elements) {
    const parts: Shape[] =
      element.type === 'TextElement'
        ? [{ words: element.value, picks: [] }]
        : partsOf(element.expression, selections);
    shapes = shapes.flatMap((shape) =>
      parts.map((part) => ({
        words: shape.words + part.words,
        picks: [...shape.picks, ...part.picks],
      })),
    );
  }
  return shapes;
}

function partsOf(expression: Expression, selections: Text['selections']): Shape[] {
  if (expression.type === 'Placeable') return partsOf(expression.expression, selections);
  if (expression.type !== 'SelectExpression') return [{ words: wordsOf(expression), picks: [] }];
  const argument = wordsOf(expression.selector).replace(/^\{\$|\}$/g, '');
  const forms = expression.variants.map(({ key }) => (key.type === 'Identifier' ? key.name : key.value));
  selections.push({ argument, forms });
  return expression.variants.flatMap((variant, index) =>
    shapesOf(variant.value, selections).map((shape) => ({
      ...shape,
      picks: [{ argument, form: forms[index] ?? '' }, ...shape.picks],
    })),
  );
}

function wordsOf(expression: InlineExpression): string {
  switch (expression.type) {
    case 'VariableReference':
      return `{$${expression.id.name}}`;
    case 'StringLiteral':
      return expression.parse().value;
    case 'NumberLiteral':
      return expression.value;
    default:
      throw new Error(`catalogues have no use for a ${expression.type}`);
  }
}

import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { chooseOperation } from '../../../../local/appsync/documents/chooseOperation';
import { createPreparer } from '../../../../local/appsync/documents/createPreparer';
import { createExecute } from '../../../../local/appsync/execution/engine/createExecute';
import { buildApiSchema } from '../../../../local/appsync/schema/buildApiSchema';

const schema = buildApiSchema('type Query { note(id: ID!, tag: String = "x"): String @deprecated }');
const prepare = createPreparer(schema, { introspection: true });

const ask = async (query: string) => {
  const prepared = prepare(query);
  const { node: operation } = chooseOperation(prepared, undefined);
  const { data } = await createExecute(schema)({
    document: prepared.document,
    operation,
    variables: {},
    context: undefined,
  });
  return { errors: prepared.errors, data };
};

// What AppSync said of itself: https://github.com/aws-amplify/amplify-js/issues/11277
describe('introspection', () => {
  it.each([
    ['__Schema', 'types queryType mutationType subscriptionType directives'],
    [
      '__Type',
      'kind name description fields(includeDeprecated) interfaces possibleTypes enumValues(includeDeprecated) inputFields ofType',
    ],
    ['__Field', 'name description args type isDeprecated deprecationReason'],
    ['__InputValue', 'name description type defaultValue'],
    ['__EnumValue', 'name description isDeprecated deprecationReason'],
    ['__Directive', 'name description locations args'],
  ])('knows of %s what AppSync knows', async (name, expected) => {
    const { data } = await ask(`{ __type(name: "${name}") { fields { name args { name } } } }`);

    const fields: readonly { name: string; args: readonly { name: string }[] }[] = Object(data).__type.fields;
    const texts = fields.map((field) => field.name + field.args.map((argument) => `(${argument.name})`).join(''));
    expect(texts.sort()).toEqual(expected.split(' ').sort());
  });

  it.each(['schemaDescription', 'specifiedByUrl', 'oneOf', 'directiveIsRepeatable', 'inputValueDeprecation'] as const)(
    'refuses a tool that asks for %s',
    async (option) => {
      const { errors } = await ask(getIntrospectionQuery({ [option]: true }));

      expect(errors[0]?.message).toMatch(/^Validation error of type (FieldUndefined|UnknownArgument): /);
    },
  );

  it('answers the query of most tools, without the default values that AppSync drops', async () => {
    const { data } = await ask(getIntrospectionQuery());

    const field = buildClientSchema(Object(data)).getQueryType()?.getFields().note;
    expect(field?.args).toMatchObject([{ name: 'id' }, { name: 'tag', defaultValue: undefined }]);
  });
});

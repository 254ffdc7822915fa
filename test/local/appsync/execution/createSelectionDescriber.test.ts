import { expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { startApi } from '../edge/startApi';

it('describes one selection anew for each type that it is made on', async () => {
  const selected = giving('({ id: ctx.info.selectionSetList.join() })');
  const { ask } = await startApi(
    notebook({
      schema: `
        interface Part { id: String }
        type Lid implements Part { id: String handle: String }
        type Leg implements Part { id: String length: Int }
        interface Thing { part: Part }
        type Pot implements Thing { part: Lid }
        type Table implements Thing { part: Leg }
        type Query { things: [Thing] }
      `,
      resolvers: {
        'Query.things': giving("[{ __typename: 'Pot' }, { __typename: 'Table' }, { __typename: 'Pot' }]"),
        'Pot.part': selected,
        'Table.part': selected,
      },
    }),
  );

  const { body } = await ask('{ things { part { id ... on Lid { handle } ... on Leg { length } } } }');

  const [lid, leg] = [{ part: { id: 'id,handle', handle: null } }, { part: { id: 'id,length', length: null } }];
  expect(body).toEqual({ data: { things: [lid, leg, lid] } });
});

it('describes a selection that another one completes anew, though it was described alone before', async () => {
  const { post } = await startApi(
    notebook({
      schema: 'type Note { id: String title: String } type Query { note: Note }',
      resolvers: { 'Query.note': giving('({ id: ctx.info.selectionSetList.join() })') },
    }),
  );
  const query = 'fragment Some on Query { note { id } } query Alone { ...Some } query More { ...Some note { title } }';
  const ask = async (operationName: string) => (await post(JSON.stringify({ query, operationName }))).body;

  expect(await ask('Alone')).toEqual({ data: { note: { id: 'id' } } });
  expect(await ask('More')).toEqual({ data: { note: { id: 'id,title', title: null } } });
});

import { configure, getConfig } from '@testing-library/react';

/** Enough for a reply that is drawn, read again after and drawn again. */
const TURNS = 20;

// Kept before a test puts its own clock in.
const nextTurn = setImmediate;
const { asyncWrapper } = getConfig();

/*
 * Outside `act`, React draws and runs its effects in turns of `setImmediate`. Testing Library waits for a millisecond of
 * the clock after an event or a find, in which a quick machine has all of them and a busy one has none. Waiting for the
 * turns themselves gives every machine the same.
 */
configure({
  // A wait ends as soon as what is waited for is there; only one that is in vain lasts so long.
  asyncUtilTimeout: 20_000,
  asyncWrapper: async (work) => {
    const result = await asyncWrapper(work);
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => nextTurn(resolve));
    return result;
  },
});

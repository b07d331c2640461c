export { interfaceObjects } from './interface-objects';
export { keys } from './keys';
export { overrides } from './overrides';
export { provides } from './provides';
export { requires } from './requires';
export { types } from './types';

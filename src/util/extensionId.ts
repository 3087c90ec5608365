/** As package.json has it: publisher and name. */
export const extensionId = 'connectorstudio.isc-connector-studio';

/** The connector of the sample tenants that the walkthrough is about. */
export const northwind = {
	scriptName: '6f2c1b7e-93d4-4a58-8e0b-2d7f5c9a1e36',
	name: 'Northwind Badge System',
};

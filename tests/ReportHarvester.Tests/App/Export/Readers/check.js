// Checks an exported panel in the folder: the description against its profile, every table against the description, and DuckDB's view of the figures.
const { Package, validate } = require('datapackage')
const { DuckDBInstance } = require('@duckdb/node-api')

async function main(folder) {
  const { valid, errors } = await validate(folder + '/datapackage.json')
  if (!valid) throw new Error(errors.map(String).join('; '))
  const description = await Package.load(folder + '/datapackage.json', { basePath: folder })
  const rows = []
  for (const name of ['reports', 'figures', 'measures', 'panel', 'changes', 'codebook'])
    rows.push(`${name} ${(await description.getResource(name).read({ keyed: true, relations: true })).length}`)
  console.log(rows.join(', '))
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  for (const files of [`read_parquet('${folder}/parquet/figures/*/*.parquet', hive_partitioning = true)`, `read_csv('${folder}/figures.csv', nullstr = '')`]) {
    const answer = await duck.runAndReadAll(`SELECT count(*), count(value), round(sum(value) FILTER (abs(value) < 1e6), 3) FROM ${files}`)
    console.log(answer.getRowsJson()[0].join(' '))
  }
}

main(process.argv[2]).catch(error => { console.error(error.message, (error.errors ?? []).slice(0, 5).map(String)); process.exit(1) })

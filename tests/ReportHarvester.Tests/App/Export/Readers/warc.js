// Reads a WARC file with warcio and tells of each record its type, its address and the SHA-256 of its payload.
const { createHash } = require('crypto')
const { createReadStream } = require('fs')
const { WARCParser } = require('warcio')

async function main(file) {
  for await (const record of WARCParser.iterRecords(createReadStream(file))) {
    const payload = await record.readFully(true)
    if (payload.length !== record.warcContentLength) throw new Error(`${payload.length} bytes, ${record.warcContentLength} said`)
    console.log(record.warcType, record.warcTargetURI ?? '-', `sha256:${createHash('sha256').update(payload).digest('hex')}`)
  }
}

main(process.argv[2]).catch(error => { console.error(error.message); process.exit(1) })

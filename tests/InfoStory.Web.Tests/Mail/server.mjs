// A mail server that accepts everything, prints its port, and then every message on a line of JSON.
import { SMTPServer } from 'smtp-server'

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    const chunks = []
    stream.on('data', chunk => chunks.push(chunk))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(recipient => recipient.address)
      console.log(JSON.stringify({ from: session.envelope.mailFrom.address, to, text: Buffer.concat(chunks).toString('utf8') }))
      done()
    })
  },
})

server.listen(0, '127.0.0.1', () => console.log(server.server.address().port))

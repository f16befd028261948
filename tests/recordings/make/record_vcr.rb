# What VCR records of Ruby's own client.
require "json"
require "net/http"
require "vcr"

out, calls = ARGV[0], JSON.parse(ARGV[1])
VCR.configure do |config|
  config.cassette_library_dir = out
  config.hook_into :webmock
  config.allow_http_connections_when_no_cassette = true
end
VCR.use_cassette("vcr-ruby", record: :all) do
  calls.each do |call|
    uri = URI(call["url"])
    request = Net::HTTP::Post.new(uri, call["headers"])
    request.body = call["body"]
    begin
      Net::HTTP.start(uri.host, uri.port) { |http| http.request(request) }
    rescue SystemCallError, EOFError
    end
  end
end

UPDATE jobs SET lane = substr(id, -36) WHERE kind = 'webhook';

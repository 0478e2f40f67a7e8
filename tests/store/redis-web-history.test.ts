import { createRedisWebHistory } from "../../src/store/redis-web-history.ts";
import { describeWebHistoryContract } from "../contracts/web-history.ts";
import { withTestRedis } from "../redis/test-redis.ts";

const redis = withTestRedis();

describeWebHistoryContract("in Redis", async () => createRedisWebHistory(redis.client, "kz:test:web"));
